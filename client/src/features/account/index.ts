export { EmailField, PasswordField } from './account-fields';
export { accountSentences, checkEmail, checkNewPassword, newPasswordRule } from './check-account-fields';
export { TimeZoneField } from './time-zone-field';
export { useFormCourse } from './use-form-course';
export { useTimeZone, useViewer } from './use-viewer';
export { loadViewer, viewerQuery } from './viewer';
