import { ManagedIdentityCredential } from '@azure/identity';
import { report } from './stand-in.mjs';

const token = await new ManagedIdentityCredential().getToken('https://management.azure.com/.default');
const [, claims] = token.token.split('.');
report({ audience: JSON.parse(Buffer.from(claims, 'base64url')).aud, expiresOn: new Date(token.expiresOnTimestamp).toISOString() });
