import { graphql } from '../../gql';

export const signInMutation = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      account {
        id
      }
      userErrors {
        __typename
        message
        path
        ... on PasswordTooShort {
          minimumLength
        }
        ... on PasswordTooLong {
          maximumLength
        }
      }
    }
  }
`);

export const signUpMutation = graphql(`
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) {
      account {
        id
      }
      userErrors {
        __typename
        message
        path
        ... on PasswordTooShort {
          minimumLength
        }
        ... on PasswordTooLong {
          maximumLength
        }
      }
    }
  }
`);
