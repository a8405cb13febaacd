"""The HTTP API, by audience. `app.web_app` puts it together; every route declares who may use it."""
