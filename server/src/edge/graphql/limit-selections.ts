import { GraphQLError, type ValidationRule } from 'graphql';

/** No screen asks for as many fields of one thing. */
const MOST_SELECTIONS = 100;

/** Refuses a document that asks for more than a hundred fields at one place, the same field again and again included. */
export const limitSelections: ValidationRule = (context) => ({
  SelectionSet(node) {
    if (node.selections.length <= MOST_SELECTIONS) return;
    context.reportError(new GraphQLError(`At most ${MOST_SELECTIONS} fields can be asked for at one place.`));
  },
});
