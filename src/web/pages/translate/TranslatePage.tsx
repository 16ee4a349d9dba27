import { useId, useState, type ChangeEvent } from 'react';
import { readList } from '#core/translate/read-list.ts';
import { translateList } from '#core/translate/translate-list.ts';
import { translationWords } from '#core/translate/translate-words.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { ColourCard } from '#web/pages/translate/ColourCard.tsx';
import { LeftOver } from '#web/pages/translate/LeftOver.tsx';
import { Card } from '#web/ui/Card.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import '#web/pages/translate/translate.css';

/** What was pasted, for the way back from a risk to this page. It lives as long as the page does, and nowhere else. */
let kept = '';

/** Brings a list kept in colours beside the record and says, word by word, what each colour hid. The list stays in this page. */
export function TranslatePage() {
  const picture = usePicture();
  const [text, setText] = useState(kept);
  const change = (next: string) => {
    kept = next;
    setText(next);
  };
  const list = readList(text);
  const translation = list.items.length === 0 ? undefined : translateList(picture, list.items);
  const words = translation === undefined
    ? { headline: say('Bring a list in colours; see what each colour hid'), lede: say('One line an item: its name, then its colour. The list is read in this page only; nothing of it is sent, stored or put on record.') }
    : translationWords(picture, translation);
  return (
    <>
      <PageHead headline={words.headline} lede={words.lede} />
      <div className="grid">
        <ListCard text={text} change={change} read={list.items.length} unread={list.unread} />
        {translation === undefined ? null : (
          <>
            {translation.colours.map((colour) => <ColourCard key={colour.colour.toLowerCase()} colour={colour} className={translation.colours.length % 3 === 0 ? 'span-4' : 'span-6'} />)}
            <LeftOver translation={translation} />
          </>
        )}
      </div>
    </>
  );
}

interface ListCardProps {
  text: string;
  change: (text: string) => void;
  read: number;
  unread: readonly number[];
}

const LARGEST = 2_000_000;

function ListCard({ text, change, read, unread }: ListCardProps) {
  const id = useId();
  const [said, setSaid] = useState('');
  const open = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    if (file === undefined) return;
    if (file.size > LARGEST) {
      setSaid(say('{file} is larger than 2 MB; a list of items and colours is not.', { file: file.name }));
      return;
    }
    setSaid('');
    change(await file.text());
  };
  return (
    <Card className="span-12" headline={say('The list')} subtitle={say('CSV with comma, semicolon or tab; a first line may name the columns. An item is a risk, a service, a release process or a team, by name or id')}>
      <div className="translate-list">
        <label htmlFor={id}>{say('Paste it here')}</label>
        <textarea id={id} value={text} rows={text === '' ? 6 : 4} spellCheck={false} placeholder={say('name of a risk, service or team, its colour')} onChange={(event) => { change(event.currentTarget.value); setSaid(''); }} />
        <label className="translate-list__file">{say('or choose a file')} <input type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" onChange={(event) => { void open(event); }} /></label>
        <output className="sub">{text === '' || said !== '' ? said : readWords(read, unread)}</output>
      </div>
    </Card>
  );
}

const NAMED = 8;

/** How much of the list was read, and which lines were not. */
function readWords(read: number, unread: readonly number[]): string {
  if (unread.length === 0) return say('{read, plural, one {# item} other {# items}} read.', { read });
  return say('{read, plural, one {# item} other {# items}} read. {unread, plural, one {Line {lines} names} other {Lines {lines} name}} no item or no colour{more, plural, =0 {} other {, and # more}}.', {
    read, unread: unread.length, lines: unread.slice(0, NAMED).join(', '), more: Math.max(0, unread.length - NAMED),
  });
}
