import { catalogFiles } from '#mocks/halden-maker/files/catalog.ts';
import { codeownersFiles } from '#mocks/halden-maker/files/codeowners.ts';
import { joined, type FileSet } from '#mocks/halden-maker/files/file-set.ts';
import { grantFiles } from '#mocks/halden-maker/files/grants-csv.ts';
import { loadPlanText } from '#mocks/halden-maker/files/load-plan.ts';
import { mappingFiles } from '#mocks/halden-maker/files/mapping-yaml.ts';
import { moneyFiles } from '#mocks/halden-maker/files/money-yaml.ts';
import { recordFiles } from '#mocks/halden-maker/files/record-yaml.ts';
import { registerFiles } from '#mocks/halden-maker/files/register-csv.ts';
import { cycloneFiles } from '#mocks/halden-maker/findings/cyclonedx.ts';
import { sarifFiles } from '#mocks/halden-maker/findings/sarif.ts';

/** Every file of the sample but its README, by path. The same on every run. */
export function allFiles(): FileSet {
  const files = joined(catalogFiles(), codeownersFiles(), grantFiles(), registerFiles(), recordFiles(), moneyFiles(), mappingFiles(), sarifFiles(), cycloneFiles());
  return joined(files, new Map([['load.json', loadPlanText(files)]]));
}
