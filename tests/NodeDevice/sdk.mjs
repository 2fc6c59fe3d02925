import device from 'azure-iot-device';
import amqp from 'azure-iot-device-amqp';
import http from 'azure-iot-device-http';
import mqtt from 'azure-iot-device-mqtt';

const transports = { Mqtt: mqtt.Mqtt, MqttWs: mqtt.MqttWs, Amqp: amqp.Amqp, AmqpWs: amqp.AmqpWs, Https: http.Http };

/** The SDK's client. Times are in seconds; without them the SDK's own hold. A token of one's own is never renewed. */
export function createClient({ connectionString, protocol, token, tokenLifetime, renewalMargin, certificate }) {
  const transport = transports[protocol];
  if (token)
    return device.Client.fromSharedAccessSignature(token, transport);
  if (certificate) {
    const client = device.Client.fromConnectionString(connectionString, transport);
    client.setOptions(certificate); // which takes effect at once, and over HTTPS never says so
    return client;
  }

  const provider = device.SharedAccessKeyAuthenticationProvider.fromConnectionString(connectionString, tokenLifetime, renewalMargin);
  return device.Client.fromAuthenticationProvider(provider, transport);
}

export const messageOf = (text) => new device.Message(text);
