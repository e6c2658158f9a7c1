export { SealBroken } from './aead';
export { DataKeyRow } from './data-key.entity';
export { DATA_KEYS } from './held';
export { EpochKeyMissing, FileKeyRing, type KeyRing } from './key-ring';
export { loadMasterKeys, MasterKeyMissing } from './master-keys';
export { ServiceKeyRow } from './service-key.entity';
export { openServiceKeys, type ServiceKeys } from './service-keys';
export {
  type DataKey,
  type DataKeyKind,
  DataKeyMissing,
  type Place,
  Vault,
} from './vault';
