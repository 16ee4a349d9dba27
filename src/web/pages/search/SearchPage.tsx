import { PageTitle } from '#web/ui/PageTitle.tsx';

export function SearchPage() {
  return <PageTitle>Search</PageTitle>;
}
