import { PageTitle } from '#web/ui/PageTitle.tsx';

export function OwnershipPage() {
  return <PageTitle>Ownership</PageTitle>;
}
