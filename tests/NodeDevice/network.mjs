import device from 'azure-iot-device';
import { createClient, messageOf } from './sdk.mjs';

// A device of the network lab with Microsoft's SDK, after its sample: told of a disconnect, it opens the client again. Where that fails it ends, and whoever
// watches over it starts it anew.
const settings = JSON.parse(process.env.DEVICE);
const connection = Object.fromEntries(settings.connectionString.split(';').map((part) => part.match(/^([^=]+)=(.*)$/).slice(1)));
/** A token that the application makes itself, which the SDK cannot renew. */
const ownToken = () => device.SharedAccessSignature.create(
  connection.HostName, connection.DeviceId, connection.SharedAccessKey, Math.floor(Date.now() / 1000) + settings.ownTokenLifetime).toString();
const client = createClient({ ...settings, token: settings.ownTokenLifetime && ownToken() });
let sending;

const open = () => client.open().catch((error) => {
  console.error(error.message);
  process.exit(1);
});

client.on('error', (error) => console.error(error.message));
client.on('message', (message) => client.complete(message));
client.on('connect', () => {
  if (settings.sendEvery)
    sending ??= setInterval(() => client.sendEvent(messageOf('21.5')).catch((error) => console.error(error.message)), settings.sendEvery * 1000);
});
client.on('disconnect', () => {
  clearInterval(sending);
  sending = undefined;
  open();
});

open();
