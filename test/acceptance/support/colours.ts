/** A colour as the browser computed it: channels 0 to 1, and how opaque it is. */
export interface Colour {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

const WHITE: Colour = { red: 1, green: 1, blue: 1, alpha: 1 };

/** Every colour a computed value holds, a shadow's or a gradient's too. Throws on a notation nobody taught it, so that none is passed over. */
export function coloursIn(value: string): readonly Colour[] {
  const unknown = /\b(?:hsl|hwb|lab|lch|oklab|oklch|color-mix|color\((?!srgb))[^)]*\)?/.exec(value);
  if (unknown !== null) throw new Error(`A colour in a notation this test does not read: ${value}`);
  return [...value.matchAll(/rgba?\(([^)]+)\)|color\(srgb ([^)]+)\)|(#[0-9a-f]{6})\b/gi)].map(([, rgb, srgb, hex]) => {
    if (hex !== undefined) return colour([1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255));
    const parts = (rgb ?? srgb ?? '').split(/[\s,/]+/).map(Number);
    return colour(rgb === undefined ? parts : [...parts.slice(0, 3).map((part) => part / 255), ...parts.slice(3)]);
  });
}

function colour([red = 0, green = 0, blue = 0, alpha = 1]: readonly number[]): Colour {
  return { red, green, blue, alpha };
}

/** A hue from red over yellow to green with more than a quarter of saturation: what a traffic light shows. */
export function isSignal({ red, green, blue, alpha }: Colour): boolean {
  if (alpha === 0) return false;
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const spread = most - least;
  if (spread === 0) return false;
  const saturation = spread / (1 - Math.abs(most + least - 1));
  const raw = most === red ? ((green - blue) / spread) % 6 : most === green ? (blue - red) / spread + 2 : (red - green) / spread + 4;
  const hue = (raw * 60 + 360) % 360;
  return (hue >= 335 || hue <= 170) && saturation > 0.25;
}

/** The colour seen where `top` lies over `below`. */
export function over(top: Colour, below: Colour = WHITE, opacity = 1): Colour {
  const alpha = top.alpha * opacity;
  const mixed = (a: number, b: number): number => a * alpha + b * (1 - alpha);
  return { red: mixed(top.red, below.red), green: mixed(top.green, below.green), blue: mixed(top.blue, below.blue), alpha: 1 };
}

/** Contrast of two opaque colours from 1 to 21 (WCAG 2.2). */
export function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance({ red, green, blue }: Colour): number {
  const linear = (channel: number): number => (channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Distance of two opaque colours as an eye sees it (CIE76 in L*a*b*, D65): about 2 is just visible, 10 is plain at a glance. */
export function distance(a: Colour, b: Colour): number {
  const [one, other] = [lab(a), lab(b)];
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

function lab({ red, green, blue }: Colour): readonly [number, number, number] {
  const linear = (channel: number): number => (channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const bent = (t: number): number => (t > 0.008_856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = bent((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.950_47);
  const y = bent(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = bent((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.088_83);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
