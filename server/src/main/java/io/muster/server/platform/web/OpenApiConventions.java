package io.muster.server.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/// Writes into the OpenAPI document what holds for all calls alike.
@Configuration(proxyBeanMethods = false)
class OpenApiConventions {
    private static final String KEY = "api_key";
    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Paging.class);
    }

    @Bean
    OpenAPI openApi() {
        var components =
                new Components()
                        .addSecuritySchemes(
                                KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer"));
        return new OpenAPI()
                .info(new Info().title("Muster").version("1"))
                .servers(List.of(new Server().url("/")))
                .components(components)
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }

    /// The schemas are drawn by a library of another Jackson than ours, so it has to be told.
    @Bean
    ModelResolver snakeCase(ObjectMapperProvider mappers) {
        ObjectMapper mapper =
                mappers.jsonMapper()
                        .copy()
                        .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        return new ModelResolver(mapper).openapi31(true);
    }

    /// Every call can be answered with a problem.
    @Bean
    OpenApiCustomizer problems() {
        return api -> {
            ModelConverters.getInstance(true)
                    .readAllAsResolvedSchema(Problem.class)
                    .referencedSchemas
                    .forEach(api.getComponents()::addSchemas);
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(OpenApiConventions::addProblem);
        };
    }

    /// Lists are read in pages, and every POST can be sent again.
    @Bean
    OperationCustomizer commonParameters() {
        return (operation, handler) -> {
            name(operation, handler);
            if (takesPaging(handler)) {
                operation.addParametersItem(limit()).addParametersItem(cursor());
            }
            if (handler.hasMethodAnnotation(
                    org.springframework.web.bind.annotation.PostMapping.class)) {
                operation.addParametersItem(idempotencyKey());
            }
            return operation;
        };
    }

    /// After the feature and what is done, so that a new route does not rename the others.
    private static void name(Operation operation, HandlerMethod handler) {
        String feature =
                snake(handler.getBeanType().getSimpleName().replaceFirst("Controller$", ""));
        operation.setTags(List.of(feature.replace('_', '-')));
        operation.setOperationId(feature + "_" + snake(handler.getMethod().getName()));
    }

    private static String snake(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static boolean takesPaging(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == Paging.class);
    }

    private static void addProblem(Operation operation) {
        var schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("What went wrong")
                                .content(
                                        new Content()
                                                .addMediaType(
                                                        org.springframework.http.MediaType
                                                                .APPLICATION_PROBLEM_JSON_VALUE,
                                                        new MediaType().schema(schema))));
    }

    private static Parameter limit() {
        Schema<?> schema =
                new IntegerSchema()
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(Paging.MAX_LIMIT))
                        ._default(Paging.DEFAULT_LIMIT);
        return new Parameter()
                .in("query")
                .name("limit")
                .description("How many items at most")
                .schema(schema);
    }

    private static Parameter cursor() {
        return new Parameter()
                .in("query")
                .name("cursor")
                .description("The `next` of the page before")
                .schema(new StringSchema());
    }

    private static Parameter idempotencyKey() {
        return new Parameter()
                .in("header")
                .name("Idempotency-Key")
                .description("Sent again with the same key within 24 hours, the call counts once")
                .schema(new StringSchema().maxLength(255));
    }
}
