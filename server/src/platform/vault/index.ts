export { KEY_BYTES, keyIdOf, SealBroken } from './aead';
export { withConfiguredKeys } from './check-configured-keys';
export { DataKeyRow } from './data-key.entity';
export { destroyFile, flushFolder } from './destroy-file';
export { EpochRow } from './epoch.entity';
export { Epochs, endOf as endOfEpoch, KEY_BACKUP_DAYS, unrecoverableBy } from './epochs';
export { FileKeyRing } from './file-key-ring';
export { DATA_KEYS, INSTALLATION } from './held';
export { KeyCarrier, type WrappedDataKey } from './key-carrier';
export { EpochKeyMissing, type KeyRing } from './key-ring';
export { loadMasterKeys, MasterKeyMissing, type MasterKeys, type MasterWrapped } from './master-keys';
export { KeyStoreMissing, requireKeyStore } from './require-key-store';
export { type RetireDependencies, retireEpochs } from './retire-epochs';
export { RING_LOCK } from './ring-lock';
export { type MasterKeyUse, masterKeyUses, rotateMasterKey } from './rotate-master-key';
export { ServiceKeyRow } from './service-key.entity';
export { openServiceKeys, type ServiceKeys } from './service-keys';
export { ServiceKeysAtRest } from './service-keys-at-rest';
export { SigningKeyRow } from './signing-key.entity';
export { type PublicJwk, type SigningKey, SigningKeys } from './signing-keys';
export {
  type DataKey,
  type DataKeyKind,
  DataKeyMissing,
  isKeyLost,
  type Place,
  Vault,
} from './vault';
