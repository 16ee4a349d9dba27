import type { Page } from 'playwright-core';

/** Words that stand for a level or for a colour of a traffic light. "High end" and "low end" are ends of a range. */
const LEVEL = /\b(?:red|amber|green|medium|critical|(?:high|low)(?! end\b)(?:est)?(?= (?:risk|severity|impact|likelihood|priority|concern|exposure)\b))\b/gi;

/** Words that say how probable something is. */
const PROBABILITY = /\b(?:likely|unlikely|probable|probably|improbable|likelihood|rare|rarely|remote chance|almost certain|almost certainly|odds)\b/i;

/** Point 2: words for levels that are seen or heard anywhere in the page. */
export async function levelWords(page: Page): Promise<readonly string[]> {
  // What a documented case is quoted with is not what the product says.
  const text = await page.evaluate(() => document.body.textContent.replaceAll(/\u201C[^\u201D]*\u201D/g, ''));
  return [...text.matchAll(LEVEL)].map((match) => text.slice(Math.max(0, match.index - 30), match.index + 30));
}

/** Point 2: tables whose cells stand on three grounds or more: a grid of colours. */
export function colouredGrids(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...document.querySelectorAll('table')].flatMap((table) => {
    const grounds = new Set([...table.querySelectorAll('td')].map((cell) => getComputedStyle(cell).backgroundColor));
    const headings = [...table.querySelectorAll('th')].map((cell) => cell.textContent.toLowerCase()).join(' ');
    const isMatrix = /likelihood|probability/.test(headings) && /impact|consequence/.test(headings);
    return grounds.size > 2 || isMatrix ? [`${table.querySelector('caption')?.textContent}: ${[...grounds].join(', ')}`] : [];
  }));
}

/** Point 29: sentences that say how probable something is and hold no number. */
export async function numberlessProbabilities(page: Page): Promise<readonly string[]> {
  const blocks = await page.evaluate(() => [...document.querySelectorAll('h1, h2, h3, p, li, td, th, dd, dt, caption, figcaption, label, summary')]
    .filter((block) => block.querySelector('p, li, td, table') === null).map((block) => block.textContent));
  return [...new Set(blocks.flatMap((block) => block.split(/(?<=[.;!?])\s+/)))].filter((sentence) => PROBABILITY.test(sentence) && !/\d/.test(sentence));
}

/** Point 29: what a tooltip says and the page does not. */
export function tooltipsAlone(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const shown = document.body.innerText;
    const said = [...document.querySelectorAll('[title]')].map((element) => element.getAttribute('title') ?? '');
    const drawn = [...document.querySelectorAll('svg title')].map((title) => title.textContent);
    return [...said, ...drawn].filter((words) => words.trim() !== '' && !shown.includes(words));
  });
}

/** Point 20: amounts in short form that a screen reader would be given, such as "$1.2M". */
export function shortMoneySpoken(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent ?? '';
      if (element === null || !/[$€£]\s?[\d.,]+\s?[kMB]\b/.test(text) || element.closest('[aria-hidden="true"], svg, style, script') !== null) continue;
      found.add(`${text.trim().slice(0, 90)} in ${element.tagName.toLowerCase()}.${element.className}`);
    }
    return [...found];
  });
}

/** Point 20: amounts without words beside them, and glyphs that are read or stand without words. */
export function unspokenMarks(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const money = [...document.querySelectorAll('.money')].filter((one) => {
      const [short, spoken] = [one.querySelector('[aria-hidden="true"]')?.textContent ?? '', one.querySelector('.visually-hidden')?.textContent ?? ''];
      return short === '' || /[$€£]|\d[kMB]\b/.test(spoken) || !/^(?:minus |up |down |[+\u00B1])?[\d.,]+(?: \p{L}+)? \p{L}/u.test(spoken);
    });
    const glyphs = [...document.querySelectorAll('.owner-glyph')].filter((glyph) => {
      const beside = glyph.parentElement?.textContent ?? '';
      return glyph.getAttribute('aria-hidden') !== 'true' || beside.trim().length < 3;
    });
    return [...money, ...glyphs].map((one) => one.outerHTML.slice(0, 160));
  });
}
