export {
  type Claim,
  DELETION_CATEGORIES,
  type DeletionCategoryName,
  type Eraser,
  type ErasureSubject,
} from './eraser';
