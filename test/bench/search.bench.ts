import { findableIn } from '#core/picture/findable.ts';
import { companyPicture } from '#web/testing/company-picture.ts';
import { createSearcher } from '#web/features/search/searcher.ts';

// Search over a company of 10,000 risks: making the index, and the answer to each letter typed.
// By the clock; of each letter the quickest of five, since a busy machine takes the processor away in between.
const AIM = 50;
const started = performance.now();
const rows = findableIn(companyPicture(10_000, 7));
const listed = performance.now();
const searcher = await createSearcher(rows);
const ready = performance.now();
process.stdout.write(`${rows.length} things with a name: list ${(listed - started).toFixed(0)} ms (the company itself included), index ${(ready - listed).toFixed(0)} ms\n`);

const [risk] = rows;
const names = [risk?.name ?? '', risk?.id ?? '', 'payments', 'paymnets', 'refund tokne', 'r', 'zzzzqqq'];
for (const name of names) {
  let longest = 0;
  let first = 0;
  for (let letters = 1; letters <= name.length; letters += 1) {
    const took = Math.min(...[1, 2, 3, 4, 5].map(() => {
      const start = performance.now();
      searcher.find(name.slice(0, letters), 8);
      return performance.now() - start;
    }));
    if (letters === 1) first = took;
    longest = Math.max(longest, took);
  }
  process.stdout.write(`${`typing "${name.slice(0, 40)}"`.padEnd(56)} first letter ${first.toFixed(1)} ms, slowest ${longest.toFixed(1)} ms   ${(longest / AIM).toFixed(2)} of the aim of ${AIM} ms\n`);
}
