import { gateKinds, type GateKind, type ReleaseProcess, type Stage } from '#core/record/entities.ts';
import { cell, optionalCell, rowsOf } from '#mocks/halden-maker/table.ts';

/** Stage ids are shared by the processes, so that a stage can be compared across them. */
const STAGES = `
# process       | stage   | name                    | gate     | gate owner
service-train   | design  | Design review           | advisory | ravi.menon
service-train   | build   | Build and scan          | blocking | grace.kim
service-train   | test    | Test                    | advisory |
service-train   | review  | Change review           | blocking | amara.nwosu
service-train   | release | Weekly cut              | blocking | noor.rahman
service-train   | deploy  | Deploy                  | none     |
service-train   | operate | Operate                 | none     |
web-deploy      | build   | Build and scan          | advisory |
web-deploy      | review  | Pull request review     | advisory |
web-deploy      | deploy  | Continuous deploy       | none     |
web-deploy      | operate | Operate                 | none     |
app-store       | build   | Build and scan          | advisory | luca.ferrari
app-store       | test    | Device test             | blocking | luca.ferrari
app-store       | review  | Store review            | blocking |
app-store       | release | Staged release          | advisory |
app-store       | operate | Operate                 | none     |
infrastructure  | design  | Plan                    | advisory |
infrastructure  | review  | Plan review             | blocking | petr.novak
infrastructure  | deploy  | Apply                   | none     |
infrastructure  | operate | Operate                 | none     |
data-pipelines  | build   | Build and scan          | advisory |
data-pipelines  | test    | Data checks             | blocking | data-platform-duty
data-pipelines  | deploy  | Schedule                | none     |
data-pipelines  | operate | Operate                 | none     |
vendors         | design  | Vendor assessment       | advisory | gloria.estrada
vendors         | review  | Contract                | blocking | robert.achterberg
vendors         | operate | Operate                 | none     |
`;

const PROCESSES = `
service-train  | Weekly service train  | build-release
web-deploy     | Web continuous deploy | web-storefront
app-store      | App store             | mobile-apps
infrastructure | Infrastructure        | cloud-runtime
data-pipelines | Data pipelines        | data-platform
vendors        | Vendors               | vendor-management
`;

export const processes: readonly ReleaseProcess[] = rowsOf(PROCESSES).map((row) => ({
  id: cell(row, 0),
  name: cell(row, 1),
  owningTeamId: cell(row, 2),
  stages: rowsOf(STAGES).filter((stage) => stage[0] === row[0]).map(stageOf),
}));

function stageOf(row: readonly string[]): Stage {
  const owner = optionalCell(row, 4);
  const stage = { id: cell(row, 1), name: cell(row, 2), gate: gateOf(cell(row, 3)) };
  return owner === undefined ? stage : { ...stage, gateOwnerId: owner };
}

function gateOf(text: string): GateKind {
  const gate = gateKinds.find((one) => one === text);
  if (gate === undefined) throw new Error(`No gate ${text}.`);
  return gate;
}
