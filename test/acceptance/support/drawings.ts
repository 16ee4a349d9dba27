import type { Page } from 'playwright-core';

/** Point 7: texts of a drawing that reach out of it by more than a pixel. */
export function textsOutside(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...document.querySelectorAll('svg text')].flatMap((text) => {
    const [box, frame] = [text.getBoundingClientRect(), text.closest('svg')?.getBoundingClientRect()];
    if (frame === undefined || (box.width === 0 && box.height === 0)) return [];
    const fits = box.left >= frame.left - 1 && box.right <= frame.right + 1 && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;
    return fits ? [] : [`${innerWidth} px: ${text.textContent}`];
  }));
}

/** Point 17: drawings that are neither a named image nor hidden as decoration, and applications. */
export function unnamedDrawings(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const nameOf = (svg: Element): string => (svg.getAttribute('aria-label') ?? svg.getAttribute('aria-labelledby')?.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' ') ?? '').trim();
    const unnamed = [...document.querySelectorAll('svg')].filter((svg) => {
      if (svg.closest('[aria-hidden="true"]') !== null) return svg.closest('figure') !== null;
      return svg.getAttribute('role') !== 'img' || nameOf(svg).length < 3;
    });
    return [...unnamed, ...document.querySelectorAll('[role="application"]')].map((one) => one.outerHTML.slice(0, 160));
  });
}

/** Point 30: how far the page reaches past the window, and parts that scroll sideways without a name and a tab stop. */
export function sideways(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    const out = scrollWidth > innerWidth ? [`${innerWidth} px: the page is ${scrollWidth} wide`] : [];
    const parts = [...document.querySelectorAll('body *')].filter((part) => {
      const { overflowX } = getComputedStyle(part);
      if (!['auto', 'scroll'].includes(overflowX) || part.scrollWidth <= part.clientWidth + 1) return false;
      const isNamed = part.hasAttribute('aria-label') || part.hasAttribute('aria-labelledby');
      return !(isNamed && part.getAttribute('tabindex') === '0' && part.querySelector('table') !== null);
    });
    return [...out, ...parts.map((part) => `${innerWidth} px: ${part.outerHTML.slice(0, 120)}`)];
  });
}

/** Point 24: what moves as the page stands, and transitions and animations longer than `longest` milliseconds. */
export function motions(page: Page, longest: number): Promise<readonly string[]> {
  return page.evaluate((limit) => {
    const running = document.getAnimations().map((one) => `moves: ${one.id}`);
    const found = new Set<string>();
    for (const element of document.querySelectorAll('*')) {
      const style = getComputedStyle(element);
      const [times, names] = [[style.transitionDuration, style.animationDuration], style.animationName];
      const most = Math.max(...times.flatMap((list) => list.split(',').map((time) => Number.parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000))));
      if (most > limit && (names !== 'none' || style.transitionDuration !== '0s')) found.add(`${most} ms: ${element.tagName}.${element.getAttribute('class') ?? ''}`);
    }
    return [...running, ...found];
  }, longest);
}
