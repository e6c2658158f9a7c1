import { graphql } from '../../gql';

export const changeTimeZoneMutation = graphql(`
  mutation ChangeTimeZone($input: ChangeTimeZoneInput!) {
    changeTimeZone(input: $input) {
      account {
        id
        timeZone
      }
      userErrors {
        __typename
        message
      }
    }
  }
`);

export const changePasswordMutation = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      account {
        id
        sessions {
          id
          device
          signedInAt
          lastUsedAt
          current
        }
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

export const confirmPasswordMutation = graphql(`
  mutation ConfirmPassword($input: ConfirmPasswordInput!) {
    confirmPassword(input: $input) {
      expiresAt
      userErrors {
        __typename
        message
      }
    }
  }
`);
