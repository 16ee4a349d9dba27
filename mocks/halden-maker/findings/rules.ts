import { cell, rowsOf } from '#mocks/halden-maker/table.ts';

/** A rule of a scanner: what it looks for and how bad it says that is (CVSS-like, 0 to 10). */
export interface Rule {
  id: string;
  cwe: string;
  score: number;
  title: string;
}

/** A scanner of the sample. The names are invented. */
export interface Tool {
  name: string;
  version: string;
  rules: readonly Rule[];
}

const CODE = `
QS1004 | CWE-79   | 6.1 | Text from a request is written into a page
QS1011 | CWE-89   | 8.6 | A query is put together from text
QS1019 | CWE-22   | 7.5 | A path from a request is opened
QS1023 | CWE-327  | 5.3 | A hash that is no longer safe is used
QS1030 | CWE-639  | 8.1 | An order is read by a number the caller chose
QS1037 | CWE-799  | 6.5 | A call that costs money has no limit
QS1042 | CWE-613  | 5.4 | A session outlives the sign-out
QS1048 | CWE-918  | 7.2 | An address from a request is fetched
QS1055 | CWE-502  | 9.1 | Bytes from outside are turned into objects
QS1061 | CWE-532  | 4.3 | A value that should be secret is logged
QS1066 | CWE-209  | 3.1 | An error shows where it came from
QS1073 | CWE-362  | 5.9 | Two writers can reach one balance
QS1080 | CWE-20   | 4.8 | A number is used before it is checked
QS1088 | CWE-601  | 3.7 | A redirect goes where the link says
QS1092 | CWE-400  | 5.0 | A large body is read whole
QS1099 | CWE-295  | 7.4 | A certificate is accepted without a check
QS1105 | CWE-1104 | 2.6 | A function marked as retired is called
QS1112 | CWE-306  | 9.4 | A handler that changes data asks for nobody's name
`;

const REVIEW = `
PW201 | CWE-732  | 7.7 | Storage is readable by everybody
PW204 | CWE-284  | 6.8 | A network rule allows every address
PW209 | CWE-250  | 7.0 | A role may do everything
PW212 | CWE-311  | 5.5 | Data at rest is not encrypted
PW218 | CWE-778  | 4.0 | Access is not logged
PW222 | CWE-798  | 8.8 | A secret stands in the change
PW227 | CWE-1188 | 4.6 | A default of the vendor is kept
PW231 | CWE-668  | 6.2 | A private part is placed in a shared network
PW236 | CWE-404  | 2.9 | A resource has no end date
`;

export const codeScanner: Tool = { name: 'Quillscan', version: '5.2.0', rules: read(CODE) };
export const changeScanner: Tool = { name: 'Planwright', version: '2.11.3', rules: read(REVIEW) };

function read(table: string): readonly Rule[] {
  return rowsOf(table).map((row) => ({ id: cell(row, 0), cwe: cell(row, 1), score: Number(cell(row, 2)), title: cell(row, 3) }));
}
