import { PageHeader } from '../../ui/page-header';

export function IntegrationsPage() {
  return <PageHeader title="Social Media Integration" />;
}
