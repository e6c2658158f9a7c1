export { useTimeZone, useViewer } from './use-viewer';
export { loadViewer, viewerQuery } from './viewer';
