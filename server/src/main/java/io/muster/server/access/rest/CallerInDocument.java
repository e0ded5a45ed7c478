package io.muster.server.access.rest;

import io.muster.server.access.Caller;
import io.muster.server.access.Operator;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;

/// Keeps the caller, whom the key tells, out of the parameters in the OpenAPI document.
@Configuration(proxyBeanMethods = false)
class CallerInDocument {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Operator.class);
    }
}
