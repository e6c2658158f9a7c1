import { registerEnumType } from 'type-graphql';

/** A GraphQL enum from names and descriptions. The type-graphql way of describing each value, in one place. */
export function describedEnum<Name extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Name, string>>,
): { readonly [Key in Name]: Key } {
  const names = Object.keys(values) as Name[];
  const enumObject = Object.fromEntries(names.map((value) => [value, value])) as { [Key in Name]: Key };
  registerEnumType(enumObject, {
    name,
    description,
    valuesConfig: Object.fromEntries(names.map((value) => [value, { description: values[value] }])) as Record<
      Name,
      { description: string }
    >,
  });
  return enumObject;
}
