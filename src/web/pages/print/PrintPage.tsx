import { useLocation, useParams } from 'react-router';
import { asksOfBoard } from '#core/picture/asks.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { QuarterPicture } from '#web/features/quarter/QuarterPicture.tsx';
import { DecisionSheet } from '#web/pages/print/DecisionSheet.tsx';
import { FirstSheet } from '#web/pages/print/FirstSheet.tsx';
import { PrintTools } from '#web/pages/print/PrintTools.tsx';
import { SecondSheet } from '#web/pages/print/SecondSheet.tsx';
import { PageRules, type Paper } from '#web/pages/print/Sheet.tsx';
import '#web/pages/print/print.css';

/** The brief on paper: two pages, and on request one more for each decision that is asked for. */
export function PrintPage() {
  const { quarter = '' } = useParams();
  const roles = new URLSearchParams(useLocation().search).get('names') === 'roles';
  return <QuarterPicture quarter={quarter} roles={roles}><Sheets /></QuarterPicture>;
}

function Sheets() {
  const picture = usePicture();
  const query = new URLSearchParams(useLocation().search);
  const paper: Paper = query.get('paper') === 'letter' ? 'letter' : 'a4';
  const appendix = query.get('appendix') === 'decisions';
  return (
    <div className={`print-page print-page--${paper}`}>
      <PageRules paper={paper} />
      <PrintTools paper={paper} roles={query.get('names') === 'roles'} appendix={appendix} />
      <main>
        <FirstSheet picture={picture} paper={paper} />
        <SecondSheet picture={picture} paper={paper} />
        {appendix ? asksOfBoard(picture).rows.map((ask) => <DecisionSheet key={ask.risk.id} picture={picture} ask={ask} paper={paper} />) : null}
      </main>
    </div>
  );
}
