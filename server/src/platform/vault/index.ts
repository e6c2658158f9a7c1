export { SealBroken } from './aead';
export { DataKeyRow } from './data-key.entity';
export { EpochKeyMissing, FileKeyRing, type KeyRing } from './key-ring';
export { loadMasterKeys, MasterKeyMissing } from './master-keys';
export { ServiceKeyRow } from './service-key.entity';
export { openServiceKeys, type ServiceKeys } from './service-keys';
export { SigningKeyRow } from './signing-key.entity';
export { type PublicJwk, type SigningKey, SigningKeys } from './signing-keys';
export {
  type DataKey,
  type DataKeyKind,
  DataKeyMissing,
  type Place,
  Vault,
} from './vault';
