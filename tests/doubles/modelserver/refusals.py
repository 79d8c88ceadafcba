"""Errors as real servers word them, for a script."""

from .behaviour import Fails

DASHSCOPE_REFUSES = Fails(
    400,
    {
        "code": "data_inspection_failed",
        "param": None,
        "message": "Input data may contain inappropriate content.",
        "type": "data_inspection_failed",
    },
)
DASHSCOPE_REFUSES_NATIVELY = Fails(
    400,
    body={
        "code": "DataInspectionFailed",
        "message": "<400> InternalError.Algo.DataInspectionFailed: "
        "Input text data may contain inappropriate content.",
        "request_id": "1",
    },
)
DEEPSEEK_REFUSES = Fails(
    400,
    {
        "message": "Content Exists Risk",
        "type": "invalid_request_error",
        "param": None,
        "code": "invalid_request_error",
    },
)
DEEPSEEK_REFUSES_BRIEFLY = Fails(400, body={"detail": "Content Exists Risk"})
WRONG_KEY = Fails(
    401,
    {
        "message": "Incorrect API key provided: sk-wrong******tail. You can find your key in the console.",
        "type": "invalid_request_error",
        "param": None,
        "code": "invalid_api_key",
    },
)
UNKNOWN_MODEL = Fails(
    404,
    {
        "message": "The model `test-model` does not exist or you do not have access to it.",
        "type": "invalid_request_error",
        "param": None,
        "code": "model_not_found",
    },
)
MAX_TOKENS_UNSUPPORTED = Fails(
    400,
    {
        "message": "Unsupported parameter: 'max_tokens' is not supported with this model. "
        "Use 'max_completion_tokens' instead.",
        "type": "invalid_request_error",
        "param": "max_tokens",
        "code": "unsupported_parameter",
    },
)
TEMPERATURE_UNSUPPORTED = Fails(
    400,
    {
        "message": "Unsupported value: 'temperature' does not support 0.3 with this model. "
        "Only the default (1) value is supported.",
        "type": "invalid_request_error",
        "param": "temperature",
        "code": "unsupported_value",
    },
)
STREAM_OPTIONS_UNSUPPORTED = Fails(
    422,
    body={
        "detail": [
            {
                "type": "extra_forbidden",
                "loc": ["body", "stream_options"],
                "msg": "Extra inputs are not permitted",
                "input": {"include_usage": True},
            }
        ]
    },
)


def busy(retry_after: float | None = None) -> Fails:
    """429, with a Retry-After if one is given."""
    headers = {} if retry_after is None else {"Retry-After": f"{retry_after:g}"}
    return Fails(
        429,
        {"message": "Rate limit reached", "type": "requests", "code": "rate_limit_exceeded"},
        headers=headers,
    )
