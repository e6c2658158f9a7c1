export { ConnectPage } from './connect-page';
export { IntegrationsPage } from './integrations-page';
