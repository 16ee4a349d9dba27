import { PageTitle } from '#web/ui/PageTitle.tsx';

export function RiskPage() {
  return <PageTitle>Risk</PageTitle>;
}
