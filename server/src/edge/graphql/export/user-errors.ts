import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../scalars';
import { UserError } from '../user-errors';

@ObjectType('DataExportUnderWay', {
  implements: UserError,
  description: 'There is an export already that is being made or waits to be downloaded.',
})
export class DataExportUnderWay extends UserError {
  constructor() {
    super('There is an export already. Download or discard it first.');
  }
}

@ObjectType('TooManyDataExports', {
  implements: UserError,
  description: 'As many exports as one may make in a day were made.',
})
export class TooManyDataExports extends UserError {
  @Field(() => DateTimeScalar, { description: 'From when on the next one can be made.' })
  retryAt: Date;

  constructor(retryAt: Date) {
    super('You made several exports within a day. The next one can be made later.');
    this.retryAt = retryAt;
  }
}

@ObjectType('DataExportNotReady', {
  implements: UserError,
  description: 'There is no export that could be downloaded: none is ready, or it is gone.',
})
export class DataExportNotReady extends UserError {
  constructor() {
    super('There is no export that is ready to be downloaded.');
  }
}

@ObjectType('DataExportBeingSent', {
  implements: UserError,
  description: 'The export is being downloaded at this moment.',
})
export class DataExportBeingSent extends UserError {
  @Field(() => DateTimeScalar, {
    description: 'From when on another link is given, if that download breaks off.',
  })
  retryAt: Date;

  constructor(retryAt: Date) {
    super('The export is being downloaded at this moment.');
    this.retryAt = retryAt;
  }
}
