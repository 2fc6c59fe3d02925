import { ClientSecretCredential } from '@azure/identity';

/** What the test tells: addresses, ids, credentials. */
export const standIn = JSON.parse(process.env.STAND_IN);

export const credential = new ClientSecretCredential(standIn.tenant, standIn.clientId, standIn.secret, {
  authorityHost: standIn.entra, disableInstanceDiscovery: true,
});

/** For clients that sign in for public Azure, wherever their endpoint is. */
export const scopeOf = (resource) => `${resource}/.default`;

/** What the test reads. */
export const report = (result) => console.log(JSON.stringify(result));

export const errorOf = async (promise) => {
  try {
    await promise;
    return null;
  } catch (error) {
    return { name: error.name, statusCode: error.statusCode ?? null, code: error.code ?? null, message: error.message };
  }
};
