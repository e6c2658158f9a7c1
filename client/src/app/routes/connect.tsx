export { ConnectPage as Component } from '../../features/connection';
