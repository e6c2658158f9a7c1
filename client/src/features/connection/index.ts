export { Avatar } from './avatar';
export { ConnectPage } from './connect-page';
export { IntegrationsPage } from './integrations-page';
