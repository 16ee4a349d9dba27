/** An amount as people type it: `400000`, `400,000`, `$400k`, `1.2M`, `0.3`. `undefined` where it is none. */
export function typedAmount(text: string): number | undefined {
  const found = /^[$€£¥]?\s*(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|-?\.\d+)\s*([kmb])?$/i.exec(text.trim());
  if (found === null) return undefined;
  const [, digits = '', scale = ''] = found;
  return Number((Number(digits.replaceAll(',', '')) * (scales[scale.toLowerCase()] ?? 1)).toPrecision(15));
}

const scales: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };
