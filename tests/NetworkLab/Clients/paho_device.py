"""A device of the network lab with Paho as it comes."""

import json
import os
import threading
import time

from paho.mqtt import client as mqtt

settings = json.loads(os.environ["DEVICE"])
name = settings["clientId"]


def on_connect(client, _data, _flags, code):
    if code == 0:
        client.subscribe(f"devices/{name}/messages/devicebound/#")
    elif time.time() >= settings["expires"]:
        os._exit(1)  # whoever watches over it starts it with a new token


def send_now_and_then(client):
    while settings["sendEvery"]:
        time.sleep(settings["sendEvery"])
        if client.is_connected():
            client.publish(f"devices/{name}/messages/events/", "21.5", qos=1)


device = mqtt.Client(client_id=name)
device.username_pw_set(settings["username"], settings["password"])
device.tls_set(ca_certs=os.environ["AUTHORITY"])
device.on_connect = on_connect
device.connect_async(settings["host"], 8883)
threading.Thread(target=send_now_and_then, args=(device,), daemon=True).start()
device.loop_forever(retry_first_connection=True)
