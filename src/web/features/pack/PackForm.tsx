import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { dayInWords } from '#core/time.ts';
import type { PackNames } from '#core/pack/pack-record.ts';
import type { Picture } from '#core/picture/picture.ts';
import { say } from '#language/say.ts';
import { awayWords, useAway } from '#web/api/away-context.ts';
import { makePack } from '#web/features/pack/make-pack.ts';

/** Whom the pack names; then it is sealed, put on record and handed to the browser to save. */
export function PackForm({ picture }: { picture: Picture }) {
  const [names, setNames] = useState<PackNames>('names');
  const client = useQueryClient();
  const away = useAway();
  const make = useMutation({
    mutationFn: async () => {
      const made = await makePack(picture, names);
      save(made.fileName, made.content);
      return made;
    },
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <form onSubmit={(event) => { event.preventDefault(); make.mutate(); }}>
      <h2>{say('The board pack as of {asOf}', { asOf: dayInWords(picture.asOf) })}</h2>
      <p className="sub">{say('One file with every page down to the risk, search and the two printed sheets. It opens from disk and asks no network. Taking it is recorded, with the hash of what was in it.')}</p>
      <fieldset>
        <legend className="visually-hidden">{say('Whom it names')}</legend>
        <label><input type="radio" name="names" checked={names === 'names'} onChange={() => { setNames('names'); }} /> {say('Names of people')}</label>
        <label><input type="radio" name="names" checked={names === 'roles'} onChange={() => { setNames('roles'); }} /> {say('Roles only')}</label>
      </fieldset>
      <button type="submit" className="tool tool--main" disabled={make.isPending || away}>{make.isPending ? say('Sealing …') : say('Seal and save the file')}</button>
      {away ? <p className="sub">{awayWords()}</p> : null}
      <output className="pack-panel__said">{make.data?.sentence}</output>
      {make.error === null ? null : <p role="alert">{make.error.message}</p>}
    </form>
  );
}

function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => { URL.revokeObjectURL(address); }, 60_000);
}
