const dollars: ReadonlySet<string> = new Set(['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD', 'TWD']);

/** The currency a bare dollar sign stands for: the record's own where that is a dollar, else the US dollar. */
export function dollarOf(recordCurrency: string | undefined): string {
  return recordCurrency !== undefined && dollars.has(recordCurrency) ? recordCurrency : 'USD';
}
