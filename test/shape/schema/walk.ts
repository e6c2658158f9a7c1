import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

/** A thing in the schema that a person reads: its place, such as `Account.email`, and what describes it. */
export interface Described {
  readonly at: string;
  readonly description: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
}

/** The types that we declare. */
export function ownTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
}

/** The fields that a query can ask for, of objects and interfaces. */
export function outputFields(schema: GraphQLSchema): { at: string; field: GraphQLField<unknown, unknown> }[] {
  return ownTypes(schema).flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).map((field) => ({ at: `${type.name}.${field.name}`, field }))
      : [],
  );
}

/** What can be sent: arguments and input fields. */
export function inputs(schema: GraphQLSchema): { at: string; input: GraphQLArgument | GraphQLInputField }[] {
  const ofArguments = outputFields(schema).flatMap(({ at, field }) =>
    field.args.map((input) => ({ at: `${at}(${input.name})`, input })),
  );
  const ofInputs = ownTypes(schema).flatMap((type) =>
    isInputObjectType(type)
      ? Object.values(type.getFields()).map((input) => ({ at: `${type.name}.${input.name}`, input }))
      : [],
  );
  return [...ofArguments, ...ofInputs];
}

/** Everything that must have a description: types, fields, arguments, input fields, enum values. */
export function everything(schema: GraphQLSchema): Described[] {
  const values = ownTypes(schema).flatMap((type) =>
    isEnumType(type) ? type.getValues().map((value) => ({ ...value, at: `${type.name}.${value.name}` })) : [],
  );
  return [
    ...ownTypes(schema).map(({ name, description }) => ({ at: name, description })),
    ...outputFields(schema).map(({ at, field }) => ({ ...field, at })),
    ...inputs(schema).map(({ at, input }) => ({ ...input, at })),
    ...values,
  ];
}
