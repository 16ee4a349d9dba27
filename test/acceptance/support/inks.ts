import type { Page } from 'playwright-core';
import { coloursIn, contrast, isSignal, over, type Colour } from '#test/acceptance/support/colours.ts';

interface Used {
  property: string;
  value: string;
  where: string;
}

/** Every colour the page computes for anything in it, with the first element that has it. */
function usedColours(page: Page): Promise<readonly Used[]> {
  return page.evaluate(() => {
    const properties = [
      'color', 'backgroundColor', 'backgroundImage', 'fill', 'stroke', 'borderTopColor', 'borderRightColor', 'borderBottomColor', 'borderLeftColor',
      'outlineColor', 'textDecorationColor', 'boxShadow', 'caretColor', 'accentColor', 'columnRuleColor', 'stopColor',
    ] as const;
    const found = new Map<string, { property: string; value: string; where: string }>();
    for (const element of document.querySelectorAll('body, body *')) {
      const style = getComputedStyle(element);
      for (const property of properties) {
        const key = `${property} ${style[property]}`;
        if (!found.has(key)) found.set(key, { property, value: style[property], where: `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}` });
      }
    }
    return [...found.values()];
  });
}

/** Point 1: colours of a traffic light among those the page uses. */
export async function signalColours(page: Page): Promise<readonly string[]> {
  const used = await usedColours(page);
  if (used.length < 20) throw new Error('The sweep of colours saw nearly nothing.');
  return used.filter(({ value }) => coloursIn(value).some(isSignal)).map(({ property, value, where }) => `${property} ${value} of ${where}`);
}

interface Ink {
  kind: 'text' | 'mark';
  where: string;
  /** Fills and strokes that draw it; a pattern stands with the colours of its lines. */
  colours: readonly string[];
  /** Grounds below it, the nearest first; the last is the page's. */
  grounds: readonly string[];
  opacity: number;
  large: boolean;
}

/**
 * What carries no information of its own and may be faint: hairlines, the grounds of bands, the washes under lines whose
 * edges are drawn in full, what lies inside a mark to divide it, and gaps left between marks.
 */
const FAINT = [
  'chart-grid', 'bullet__rule', 'bullet__band', 'timeline__rule', 'timeline__span', 'river-open', 'river-more', 'recharts-area-area', 'replay-cursor', 'chart-range-median',
  'owner-glyph__divider', 'unit__sign', 'tbp__hatch-ground', 'bullet__hatch-ground', 'recharts-cartesian-grid', 'unit--faint',
];

/** Every text and every mark that is seen, with what it is drawn in and what lies under it. */
function inksOf(page: Page): Promise<readonly Ink[]> {
  return page.evaluate((faint) => {
    const found = new Map<string, { kind: 'text' | 'mark'; where: string; colours: string[]; grounds: string[]; opacity: number; large: boolean }>();
    const nameOf = (element: Element): string => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} in .${element.closest('[class]:not(svg *)')?.getAttribute('class') ?? ''}`;
    const groundsOf = (element: Element): string[] => {
      const grounds: string[] = [];
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if (!/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor)) {
          grounds.push(backgroundColor);
          if (!backgroundColor.startsWith('rgba')) break;
        }
      }
      return grounds;
    };
    const drawnIn = (paint: string): string[] => {
      const id = /url\("?#([^")]+)"?\)/.exec(paint)?.[1];
      if (id === undefined) return paint === 'none' ? [] : [paint];
      return [...(document.getElementById(id)?.querySelectorAll('*') ?? [])].flatMap((part) => {
        const style = getComputedStyle(part);
        return [style.fill, style.stroke].filter((one) => one !== 'none' && !one.includes('url('));
      });
    };
    const opacityOf = (element: Element): number => {
      let opacity = 1;
      for (let at: Element | null = element; at !== null; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
      return opacity;
    };
    const isSeen = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      return (box.width > 1.5 || box.height > 1.5) && element.checkVisibility({ visibilityProperty: true }) && element.closest('.visually-hidden, [inert], defs, pattern, :disabled') === null;
    };
    const add = (ink: { kind: 'text' | 'mark'; where: string; colours: string[]; grounds: string[]; opacity: number; large: boolean }): void => {
      const key = JSON.stringify([ink.kind, ink.colours, ink.grounds, ink.opacity, ink.large]);
      if (!found.has(key)) found.set(key, ink);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element === null || (node.textContent ?? '').trim() === '' || element.closest('svg') !== null || !isSeen(element)) continue;
      const style = getComputedStyle(element);
      const size = Number.parseFloat(style.fontSize);
      add({ kind: 'text', where: nameOf(element), colours: [style.color], grounds: groundsOf(element), opacity: opacityOf(element), large: size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) });
    }
    for (const svg of document.querySelectorAll('svg')) {
      if (!isSeen(svg)) continue;
      const before: { box: DOMRect; fill: string }[] = [];
      for (const shape of svg.querySelectorAll('text, rect, circle, ellipse, path, polygon, polyline, line')) {
        if (!isSeen(shape)) continue;
        const style = getComputedStyle(shape);
        const box = shape.getBoundingClientRect();
        const isText = shape.tagName === 'text';
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        const below = before.filter((one) => one.box.left <= x && x <= one.box.right && one.box.top <= y && y <= one.box.bottom).map((one) => one.fill).reverse();
        const isFaint = faint.some((name) => shape.closest(`.${name}`) !== null);
        if (isText || !isFaint) {
          add({
            kind: isText ? 'text' : 'mark', where: nameOf(shape), opacity: opacityOf(shape), large: isText && Number.parseFloat(style.fontSize) >= 24,
            colours: isText ? [style.fill] : [...drawnIn(style.fill), ...(style.strokeWidth === '0px' ? [] : drawnIn(style.stroke))],
            grounds: [...(isText ? below : []), ...groundsOf(svg)],
          });
        }
        if (!isText && style.fill !== 'none' && !style.fill.includes('url(')) before.push({ box, fill: style.fill });
      }
    }
    return [...found.values()];
  }, FAINT);
}

/** Point 22 and 23: texts under 4.5 to 1 (3 to 1 where large) and marks under 3 to 1 against what lies under them. */
export async function faintInks(page: Page): Promise<readonly string[]> {
  const inks = await inksOf(page);
  if (inks.filter(({ kind }) => kind === 'text').length < 2) throw new Error('The sweep of contrast saw nearly no text.');
  return inks.flatMap((ink) => {
    const ground = groundOf(ink.grounds);
    const best = Math.max(0, ...ink.colours.flatMap(coloursIn).map((one) => contrast(over(one, ground, ink.opacity), ground)));
    const least = ink.kind === 'text' && !ink.large ? 4.5 : 3;
    return best >= least - 0.005 ? [] : [`${best.toFixed(2)} to 1 on ${ink.grounds[0]}: ${ink.kind} ${ink.where} in ${ink.colours.join(' and ')}`];
  });
}

function groundOf(grounds: readonly string[]): Colour {
  return [...grounds].reverse().flatMap(coloursIn).reduce<Colour>((below, top) => over(top, below), { red: 1, green: 1, blue: 1, alpha: 1 });
}
