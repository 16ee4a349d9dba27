import type { Page } from 'playwright-core';

/**
 * Point 25: targets smaller than `least` CSS pixels that are not far enough from others either: a circle of that size
 * around their middle touches another target (WCAG 2.2, 2.5.8). A mark placed by its data is the equal of its link in the
 * table; the browser's own controls inside a field are its affair.
 */
export function smallTargets(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate((size) => {
    const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [role="option"], [role="tab"]')].filter((target) =>
      target.checkVisibility({ visibilityProperty: true }) && target.getBoundingClientRect().width > 1 && target.closest('.visually-hidden, [aria-hidden="true"], [inert]') === null && !target.matches(':disabled, .skip-link'));
    const boxes = all.map((target) => {
      // A tick and its words are one target.
      const label = target.matches('input[type="radio"], input[type="checkbox"]') ? target.closest('label') : null;
      return { target, rects: [...(label ?? target).getClientRects()], box: (label ?? target).getBoundingClientRect() };
    });
    const small = boxes.filter(({ rects, box }) => Math.min(box.width, box.height) < size - 0.5 || rects.every((rect) => Math.min(rect.width, rect.height) < size - 0.5 && rect.width < size - 0.5));
    return small.flatMap(({ target, box }) => {
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const touching = boxes.find((other) => {
        if (other.target === target || other.target.contains(target) || target.contains(other.target)) return false;
        const isSmall = small.includes(other);
        return other.rects.some((rect) => {
          if (isSmall) return Math.hypot(rect.left + rect.width / 2 - x, rect.top + rect.height / 2 - y) < size;
          return Math.hypot(x - Math.min(Math.max(x, rect.left), rect.right), y - Math.min(Math.max(y, rect.top), rect.bottom)) < size / 2;
        });
      });
      return touching === undefined ? [] : [`${Math.round(box.width)}x${Math.round(box.height)} "${target.textContent.trim().slice(0, 30)}" ${target.className} beside "${touching.target.textContent.trim().slice(0, 30)}"`];
    });
  }, least);
}
