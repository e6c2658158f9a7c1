export { IntegrationsPage as Component } from '../../features/connection';
