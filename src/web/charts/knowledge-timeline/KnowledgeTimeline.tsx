import { messages, say } from '#language/say.ts';
import type { KnowledgeTimelineWords } from '#web/charts/knowledge-timeline/describe.ts';
import { layoutKnowledgeTimeline, type MomentMark, type TimelineLayout } from '#web/charts/knowledge-timeline/layout.ts';
import { PlacedLine } from '#web/charts/PlacedLine.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { useWidth } from '#web/ui/use-width.ts';
import '#web/charts/knowledge-timeline/knowledge-timeline.css';

/** Who knew what when, on one line of days. Draws what `describe` worded. */
export function KnowledgeTimeline({ words }: { words: KnowledgeTimelineWords }) {
  const { ref, width } = useWidth<HTMLDivElement>(1100);
  const layout = layoutKnowledgeTimeline(words.series, width);
  return (
    <div ref={ref}>
      <TimelineKey />
      <Figure width={layout.width} height={layout.height} label={words.headline} description={words.alt} className="timeline">
        <Ground layout={layout} />
        {layout.lanes.map((lane) => (
          <g key={lane.key}>
            <PlacedLine placed={lane.name} className="chart-text-strong" />
            {lane.note.map((note) => <PlacedLine key={note.baseline} placed={note} />)}
            {lane.moments.map((moment) => (
              <g key={`${moment.mark} ${moment.x}`}>
                <Mark mark={moment.mark} x={moment.x} y={moment.y} />
                {moment.label === null ? null : <PlacedLine placed={moment.label} className={moment.mark === 'not-reached' ? 'chart-text-gap' : undefined} />}
              </g>
            ))}
          </g>
        ))}
      </Figure>
      {layout.unlabelled === 0 ? null : (
        <p className="sub">{say('{unlabelled} {unlabelled, plural, one {mark stands} other {marks stand}} without words for want of room; the data below has {unlabelled, plural, one {its} other {their}} words.', { unlabelled: layout.unlabelled })}</p>
      )}
      {words.notDrawn === 0 ? null : <p className="sub">{say('{notDrawn, number} more in the data below.', { notDrawn: words.notDrawn })}</p>}
    </div>
  );
}

function Ground({ layout }: { layout: TimelineLayout }) {
  const { plot, span } = layout;
  return (
    <>
      {span === null ? null : (
        <>
          {span.strips.map(({ top, height }) => (
            <g key={top}>
              <rect className="timeline__span" x={span.x} y={top} width={span.width} height={height} />
              <line className="timeline__edge" x1={span.x} x2={span.x} y1={top} y2={top + height} />
              <line className={`timeline__edge${span.running ? ' timeline__edge--running' : ''}`} x1={span.x + span.width} x2={span.x + span.width} y1={top} y2={top + height} />
            </g>
          ))}
          {span.label.map((line) => <PlacedLine key={line.baseline} placed={line} className="chart-text-strong chart-text-gap" />)}
        </>
      )}
      {layout.lanes.slice(0, -1).map((lane) => <line key={lane.key} className="timeline__rule" x1={0} x2={layout.width} y1={lane.rule} y2={lane.rule} />)}
      <line className="timeline__axis" x1={plot.left} x2={plot.right} y1={plot.bottom} y2={plot.bottom} />
      {layout.ticks.map((tick) => (
        <g key={tick.x}>
          <line className="timeline__axis" x1={tick.x} x2={tick.x} y1={plot.bottom} y2={plot.bottom + 4} />
          <PlacedLine placed={tick.label} />
        </g>
      ))}
    </>
  );
}

const keyWords = messages({
  produced: 'found it or knew of it',
  opened: 'opened the evidence',
  summary: 'saw a summary only',
  broadcast: 'sent to a list, does not count',
  decided: 'decided',
  shown: 'in a pack',
  'not-reached': 'has not reached',
}) satisfies Readonly<Partial<Record<MomentMark, string>>>;
const keyMarks = ['produced', 'opened', 'summary', 'broadcast', 'decided', 'shown', 'not-reached'] as const;

function TimelineKey() {
  return (
    <ul className="timeline-key">
      {keyMarks.map((mark) => (
        <li key={mark}>
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><Mark mark={mark} x={8} y={8} /></svg>
          <span>{say(keyWords[mark])}</span>
        </li>
      ))}
    </ul>
  );
}

/** Shape tells the marks apart; fill says whether it counts as knowing. */
function Mark({ mark, x, y }: { mark: MomentMark; x: number; y: number }) {
  switch (mark) {
    case 'produced': return <circle className="timeline__mark" cx={x} cy={y} r={5} />;
    case 'opened': return <rect className="timeline__mark" x={x - 5} y={y - 5} width={10} height={10} />;
    case 'summary': return (
      <>
        <rect className="timeline__mark timeline__mark--open" x={x - 5} y={y - 5} width={10} height={10} />
        <rect className="timeline__mark" x={x - 5} y={y} width={10} height={5} />
      </>
    );
    case 'broadcast': return <circle className="timeline__mark timeline__mark--open" cx={x} cy={y} r={5} />;
    case 'decided': return <path className="timeline__mark timeline__mark--after" d={`M${x} ${y - 6} L${x + 6} ${y + 5} L${x - 6} ${y + 5} Z`} />;
    case 'shown': return <path className="timeline__mark" d={`M${x} ${y - 7} L${x + 7} ${y} L${x} ${y + 7} L${x - 7} ${y} Z`} />;
    case 'not-reached': return <path className="timeline__cross" d={`M${x - 5} ${y - 5} L${x + 5} ${y + 5} M${x + 5} ${y - 5} L${x - 5} ${y + 5}`} />;
  }
}
