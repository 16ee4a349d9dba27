import { gateKinds, type GateKind, type ReleaseProcess, type Stage } from '#core/record/entities.ts';
import { cell, optionalCell, rowsOf } from '#mocks/halden-maker/table.ts';

/** A stage id means the same in every process, so that a stage can be compared across them. */
const STAGES = `
# process       | stage    | name             | gate     | gate owner
service-train   | design   | Design           | advisory | ravi.menon
service-train   | build    | Build            | blocking | grace.kim
service-train   | test     | Test             | advisory |
service-train   | review   | Review           | blocking | amara.nwosu
service-train   | release  | Release          | blocking | noor.rahman
service-train   | deploy   | Deploy           | none     |
service-train   | operate  | Operate          | none     |
web-deploy      | build    | Build            | advisory |
web-deploy      | review   | Review           | advisory |
web-deploy      | deploy   | Deploy           | none     |
web-deploy      | operate  | Operate          | none     |
app-store       | build    | Build            | advisory | luca.ferrari
app-store       | test     | Test             | blocking | luca.ferrari
app-store       | review   | Review           | advisory |
app-store       | store    | Store review     | blocking |
app-store       | release  | Release          | advisory |
app-store       | operate  | Operate          | none     |
infrastructure  | design   | Design           | advisory |
infrastructure  | build    | Build            | advisory |
infrastructure  | review   | Review           | blocking | petr.novak
infrastructure  | deploy   | Deploy           | none     |
infrastructure  | operate  | Operate          | none     |
data-pipelines  | build    | Build            | advisory |
data-pipelines  | test     | Test             | blocking | data-platform-duty
data-pipelines  | review   | Review           | advisory |
data-pipelines  | deploy   | Deploy           | none     |
data-pipelines  | operate  | Operate          | none     |
vendors         | assess   | Assessment       | advisory | gloria.estrada
vendors         | contract | Contract         | blocking | robert.achterberg
vendors         | operate  | Operate          | none     |
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

/** Stages of a process in their order. */
export function stagesOf(processId: string | undefined): readonly string[] {
  return processes.find((process) => process.id === processId)?.stages.map((stage) => stage.id) ?? [];
}
