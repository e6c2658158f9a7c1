import { Field, Int, ObjectType } from 'type-graphql';
import {
  PASSWORD_MAX_LENGTH,
  PASSWORD_MIN_LENGTH,
  type PasswordProblem,
  type SignUpProblem,
} from '../../../features/account';
import { UserError } from '../user-errors';

@ObjectType('EmailInvalid', { implements: UserError, description: 'The text is not an e-mail address.' })
export class EmailInvalid extends UserError {
  constructor() {
    super('This is not an e-mail address.', ['email']);
  }
}

@ObjectType('EmailTaken', {
  implements: UserError,
  description: 'There is an account with this e-mail address.',
})
export class EmailTaken extends UserError {
  constructor(path: string[] | null = ['email']) {
    super('There is an account with this e-mail address. Sign in instead.', path);
  }
}

@ObjectType('EmailUnchanged', {
  implements: UserError,
  description: 'The new address is the one that the account has.',
})
export class EmailUnchanged extends UserError {
  constructor() {
    super('This is the address that you have now.', ['email']);
  }
}

@ObjectType('DemoAccountFixed', {
  implements: UserError,
  description: 'The account is the demo account, whose login everybody knows: it stays as it is.',
})
export class DemoAccountFixed extends UserError {
  constructor() {
    super('The demo account keeps its address. Create an account of your own to change one.');
  }
}

@ObjectType('PasswordTooShort', {
  implements: UserError,
  description: 'The password has too few characters.',
})
export class PasswordTooShort extends UserError {
  @Field(() => Int, { description: 'The least number of characters.' })
  minimumLength = PASSWORD_MIN_LENGTH;

  constructor(field = 'password') {
    super(`The password is too short: it needs at least ${PASSWORD_MIN_LENGTH} characters.`, [field]);
  }
}

@ObjectType('PasswordTooLong', {
  implements: UserError,
  description: 'The password has too many characters.',
})
export class PasswordTooLong extends UserError {
  @Field(() => Int, { description: 'The greatest number of characters.' })
  maximumLength = PASSWORD_MAX_LENGTH;

  constructor(field = 'password') {
    super(`The password is too long: it can have at most ${PASSWORD_MAX_LENGTH} characters.`, [field]);
  }
}

@ObjectType('PasswordBreached', {
  implements: UserError,
  description: 'The password is on a list of the passwords that were leaked most, in whatever case.',
})
export class PasswordBreached extends UserError {
  constructor(field = 'password') {
    super('The password is known from leaks, so it would be tried first.', [field]);
  }
}

@ObjectType('PasswordUnchanged', {
  implements: UserError,
  description: 'The new password is the one that the account has.',
})
export class PasswordUnchanged extends UserError {
  constructor() {
    super('This is the password that you have now.', ['newPassword']);
  }
}

@ObjectType('PasswordWrong', {
  implements: UserError,
  description: 'The password is not the one of the account.',
})
export class PasswordWrong extends UserError {
  constructor(field = 'password') {
    super('The password is not right.', [field]);
  }
}

@ObjectType('PasswordNeeded', {
  implements: UserError,
  description:
    'The password was typed too long ago for this: call `confirmPassword`, then try again. Nothing was changed.',
})
export class PasswordNeeded extends UserError {
  constructor() {
    super('Type your password first, to show that it is you.');
  }
}

@ObjectType('SessionIsThisOne', {
  implements: UserError,
  description: 'The session is the one that asks: it is ended by signing out.',
})
export class SessionIsThisOne extends UserError {
  constructor() {
    super('This is the session that you are using. Sign out to end it.', ['sessionId']);
  }
}

@ObjectType('TimeZoneUnknown', { implements: UserError, description: 'No time zone has this name.' })
export class TimeZoneUnknown extends UserError {
  constructor() {
    super('No time zone has this name. Use one such as Europe/Berlin or UTC.', ['timeZone']);
  }
}

@ObjectType('WrongCredentials', {
  implements: UserError,
  description: 'E-mail and password do not belong together; the same for an e-mail that has no account.',
})
export class WrongCredentials extends UserError {
  constructor() {
    super('Email or password is not right.');
  }
}

@ObjectType('EmailDiffers', {
  implements: UserError,
  description: 'What was typed is not the e-mail address of the account.',
})
export class EmailDiffers extends UserError {
  constructor() {
    super('This is not the email address of your account.', ['email']);
  }
}

@ObjectType('AccountAlreadyDeleted', {
  implements: UserError,
  description:
    'The account was deleted a moment ago by another request, whose answer has the confirmation code.',
})
export class AccountAlreadyDeleted extends UserError {
  constructor() {
    super(
      'This account was just deleted, from another window or device. The confirmation code is shown there.',
    );
  }
}

@ObjectType('LinkNotGood', {
  implements: UserError,
  description: 'The link was used before, is older than 30 minutes, or never was one.',
})
export class LinkNotGood extends UserError {
  constructor() {
    super('This link was used before or is too old. Ask for a new one.', ['token']);
  }
}

@ObjectType('EmailAlreadyConfirmed', {
  implements: UserError,
  description: 'The address was confirmed before: no mail is needed.',
})
export class EmailAlreadyConfirmed extends UserError {
  constructor() {
    super('Your address is confirmed already.');
  }
}

const SIGN_UP_ERRORS: Readonly<Record<SignUpProblem, new () => UserError>> = {
  'email-invalid': EmailInvalid,
  'email-taken': EmailTaken,
  'password-too-short': PasswordTooShort,
  'password-too-long': PasswordTooLong,
  'password-breached': PasswordBreached,
  'time-zone-unknown': TimeZoneUnknown,
};

/** The user error that a refused sign-up answers with. */
export const signUpError = (problem: SignUpProblem): UserError => new SIGN_UP_ERRORS[problem]();

const PASSWORD_ERRORS: Readonly<Record<PasswordProblem, new (field: string) => UserError>> = {
  'too-short': PasswordTooShort,
  'too-long': PasswordTooLong,
  breached: PasswordBreached,
};

/** The user error about a new password, at the input field that it was typed in. */
export const passwordError = (problem: PasswordProblem, field: string): UserError =>
  new PASSWORD_ERRORS[problem](field);
