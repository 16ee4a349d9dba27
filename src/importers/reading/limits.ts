/**
 * Every limit a source is held to, in one place. Sizes are bytes unless the name says otherwise.
 * A source at the limit is read; one unit more is refused with a line that names the limit.
 */
export const limits = {
  /** A file as it is sent. */
  uploadBytes: 64 * 1024 * 1024,
  /** How many times larger an archive may become, once it unpacks to more than `expansionFreeBytes`. */
  expansion: 100,
  expansionFreeBytes: 1024 * 1024,
  archiveMembers: 100,
  /** A name inside an archive, folders included. */
  archiveNameBytes: 1_024,
  /** A file that is streamed. */
  streamedBytes: 2 * 1024 * 1024 * 1024,
  /** What an archive unpacks to; its members together. */
  unpackedBytes: 256 * 1024 * 1024,
  /** A JSON file that is read whole: a JavaScript engine handles about this much text at once with ease. */
  wholeTextBytes: 64 * 1024 * 1024,
  /** A YAML file: composing YAML takes one to three seconds a megabyte, and a read may take 30 seconds. */
  yamlBytes: 8 * 1024 * 1024,
  /** GitHub reads no CODEOWNERS file over 3 MB; the same holds for the other line formats. */
  lineFileBytes: 3 * 1024 * 1024,
  /** Forbidden keys and numbers out of range in one file, each of which costs a row; more refuse the file. */
  flaws: 1_000,
  /** Bytes given to detection. */
  startBytes: 64 * 1024,
  depth: 64,
  nodes: 5_000_000,
  /** Values of a JSON file that is streamed, which are not held together. */
  streamedNodes: 250_000_000,
  keysPerObject: 10_000,
  keyBytes: 256,
  /** One string in a file, in UTF-16 units. */
  stringLength: 1024 * 1024,
  /** What is kept of one text field, in UTF-16 units; the cut is marked. */
  storedTextLength: 64 * 1024,
  yamlDocuments: 10_000,
  results: 250_000,
  /** Rows of a JSON file of findings, which is streamed. */
  streamedResults: 2_000_000,
  /** Lines of a list that scores every published vulnerability; about 400,000 in 2026. */
  scoredVulnerabilities: 2_000_000,
  runs: 100,
  flowSteps: 1_000,
  csvColumns: 100,
  /** Findings of one held scan that are named; of a larger one the file is imported again once a person has looked. */
  heldFindings: 25_000,
  /** Files of one token in a second, over HTTP. */
  uploadsPerSecond: 100,
  /** Files over HTTP under way at once, the one being read included. */
  uploadsWaiting: 50,
  /** A pattern or regular expression that a file brings, in characters. */
  patternLength: 1_000,
} as const;
