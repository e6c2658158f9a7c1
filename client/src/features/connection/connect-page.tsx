import { PageHeader } from '../../ui/page-header';

export function ConnectPage() {
  return <PageHeader title="Connect Instagram" />;
}
