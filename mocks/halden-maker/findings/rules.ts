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
QS1118 | CWE-345  | 6.6 | A signature is not checked
QS1121 | CWE-200  | 5.2 | A reply holds more than was asked for
QS1126 | CWE-312  | 6.0 | A secret is kept as plain text
QS1131 | CWE-459  | 3.4 | A copy is not removed after use
QS1137 | CWE-640  | 7.1 | A reset can be asked for without end
QS1142 | CWE-307  | 6.9 | Attempts are not counted
QS1149 | CWE-841  | 6.3 | A step can be left out
QS1153 | CWE-837  | 5.6 | The same message is acted on twice
QS1158 | CWE-269  | 7.6 | A role can be raised by its holder
QS1164 | CWE-288  | 9.0 | A second way in is not closed
QS1169 | CWE-294  | 8.2 | A token is taken from any device
QS1175 | CWE-359  | 4.4 | A reply can name one person
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
PW240 | CWE-522  | 6.4 | A key is kept beside what it opens
PW243 | CWE-494  | 7.3 | A package is taken without its checksum
PW247 | CWE-319  | 5.8 | Traffic is not encrypted on the way
PW251 | CWE-345  | 8.4 | A shared place is written to by unreviewed changes
PW255 | CWE-324  | 6.7 | A key has no end date
PW236 | CWE-404  | 2.9 | A resource has no end date
`;

export const codeScanner: Tool = { name: 'Quillscan', version: '5.2.0', rules: read(CODE) };
export const changeScanner: Tool = { name: 'Planwright', version: '2.11.3', rules: read(REVIEW) };

function read(table: string): readonly Rule[] {
  return rowsOf(table).map((row) => ({ id: cell(row, 0), cwe: cell(row, 1), score: Number(cell(row, 2)), title: cell(row, 3) }));
}
