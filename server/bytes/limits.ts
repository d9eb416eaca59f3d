// How large, how deep and how slow a file may be before it is refused. Figures follow OWASP ASVS 5.0 section 5.2
// (size, ratio and entry limits stated in advance) and are repeated in the manual.

const megabyte = 1024 * 1024;

export const limits = {
  uploadBytes: 50 * megabyte,
  /** All entries of an archive together, after unpacking. */
  unpackedBytes: 200 * megabyte,
  /** Unpacked : packed, looked at only beyond the size below; ordinary office files stay under 40:1. */
  ratio: 100,
  ratioFromBytes: megabyte,
  entries: 2_000,
  xmlDepth: 400,
  htmlDepth: 1_000,
  sheetRows: 1_048_576,
  sheetColumns: 256,
  cells: 10_000_000,
  textCharacters: 40_000_000,
  /** Cells of all tables that are read as a plan; 240,000 took 364 MB and 16 s, see docs/performance.md. */
  readCells: 300_000,
  /** One file in a worker. */
  seconds: 60,
  memoryMegabytes: 512,
  /** Room for what lives for a moment: at Node's own 16 the reading of one document is interrupted by a hundred collections. */
  youngMegabytes: 96,
  workersAtOnce: 2,
} as const;
