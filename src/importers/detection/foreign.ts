/** A format by name that this product knows and does not read. */
export interface Foreign {
  /** As it stands in `This is ...`: `a Trivy report`. */
  what: string;
  code: string;
  /** How to get there from here, as a sentence; without one the supported formats are named alone. */
  hint?: string;
}

export function foreign(what: string, hint?: string): Foreign {
  return hint === undefined ? { what, code: 'foreign-format' } : { what, code: 'foreign-format', hint };
}
