import mqtt from 'mqtt';

// A device of the network lab with MQTT.js as it comes, which does not try again when it is refused: it ends, and whoever watches over it starts it
// with a new token.
const { host, clientId, username, password, sendEvery } = JSON.parse(process.env.DEVICE);
const client = mqtt.connect({ protocol: 'mqtts', host, port: 8883, clientId, username, password });

client.on('error', (error) => {
  console.error(error.message);
  if (error.code > 0)
    process.exit(1);
});
client.on('connect', () => client.subscribe(`devices/${clientId}/messages/devicebound/#`));
if (sendEvery)
  setInterval(() => client.connected && client.publish(`devices/${clientId}/messages/events/`, '21.5', { qos: 1 }), sendEvery * 1000);
