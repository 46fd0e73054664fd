"""What programs call: the same actions and the same refusals as on a page, as JSON.

POST /api/v1/<type of fact> enters one act for the person whose key is sent with it.
"""
